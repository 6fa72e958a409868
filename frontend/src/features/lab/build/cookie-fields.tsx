import { CheckField } from '../../../ui/check-field';
import { SelectField } from '../../../ui/select-field';
import type { ReplyForm } from './build-form';
import { sameSites, setBys } from './choices';

interface CookieFieldsProps {
  readonly cookie: ReplyForm['cookie'];
  readonly onChange: (cookie: ReplyForm['cookie']) => void;
}

/** The cookie that an answer sets. */
export function CookieFields({ cookie, onChange }: CookieFieldsProps) {
  return (
    <>
      <SelectField
        label="Cookie"
        options={sameSites}
        value={cookie?.sameSite ?? 'none-set'}
        onChange={(sameSite) => {
          onChange(
            sameSite === 'none-set' ? null : { secure: false, partitioned: false, ...cookie, sameSite },
          );
        }}
      />
      {cookie !== null && (
        <SelectField
          label="The cookie is set in answer to"
          options={setBys}
          value={cookie.method ?? 'any'}
          onChange={(method) => {
            const { sameSite, secure, partitioned } = cookie;
            onChange({ sameSite, secure, partitioned, ...(method === 'POST' && { method }) });
          }}
        />
      )}
      {cookie !== null && (
        <div role="group" aria-label="The cookie’s attributes">
          <CheckField
            label="Secure"
            checked={cookie.secure}
            onChange={(secure) => {
              onChange({ ...cookie, secure });
            }}
          />
          <CheckField
            label="Partitioned"
            checked={cookie.partitioned}
            onChange={(partitioned) => {
              onChange({ ...cookie, partitioned });
            }}
          />
        </div>
      )}
    </>
  );
}
