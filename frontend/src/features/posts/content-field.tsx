import { useState } from 'react';
import { Tabs } from '../../ui/tabs';
import { TextArea } from '../../ui/text-area';
import { useMediaQuery } from '../../ui/use-media-query';
import styles from './content-field.module.css';
import { limits } from './post-values';
import { PreviewPane } from './preview-pane';

interface ContentFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly readOnly: boolean;
  readonly onChange: (value: string) => void;
}

/** The Markdown and its preview: side by side where there is room, else one behind the other. */
export function ContentField({ value, error, readOnly, onChange }: ContentFieldProps) {
  const wide = useMediaQuery('(min-width: 64rem)');
  const [chosen, setChosen] = useState<'write' | 'preview'>('write');
  const [shownError, setShownError] = useState(error);
  if (error !== shownError) {
    setShownError(error);
    if (error !== undefined) setChosen('write');
  }

  const field = (
    <TextArea
      label="Text"
      name="content"
      hint="Written in Markdown: **bold**, # Heading, [link](https://example.com), ``` for code."
      required
      limit={limits.content}
      value={value}
      error={error}
      readOnly={readOnly}
      onChange={onChange}
    />
  );
  if (wide) {
    return (
      <div className={styles.split}>
        {field}
        <section className={styles.preview} aria-labelledby="preview-heading">
          <h2 id="preview-heading" className={styles.heading}>
            Preview
          </h2>
          <PreviewPane content={value} active />
        </section>
      </div>
    );
  }
  return (
    <Tabs
      label="Text"
      chosen={chosen}
      onChoose={setChosen}
      tabs={[
        { name: 'write', label: 'Write', content: field },
        {
          name: 'preview',
          label: 'Preview',
          content: <PreviewPane content={value} active={chosen === 'preview'} />,
        },
      ]}
    />
  );
}
