import { explain } from '../../api/api-error';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { saveFile } from '../../ui/save-file';
import { useToast } from '../../ui/toast';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useExportData } from './account-queries';

const fileName = 'preflight-export.json';

export function ExportData() {
  const announce = useToast();
  const exporting = useExportData();
  const exportOnce = useOneAtATime(() =>
    exporting.mutateAsync(undefined, {
      onSuccess: (text) => {
        saveFile(fileName, text, 'application/json');
        announce(`${fileName} is saved with your downloads.`);
      },
    }),
  );
  return (
    <>
      <p>
        Everything the server knows about you, as one JSON file: your account, your posts, your devices and
        the networks you logged in from.
      </p>
      {exporting.error && (
        <Notice meaning="problem">{`Nothing was saved. ${explain(exporting.error)}`}</Notice>
      )}
      <Button busy={exporting.isPending} onClick={exportOnce}>
        Download my data
      </Button>
    </>
  );
}
