import { CheckField } from '../../../ui/check-field';
import { SelectField } from '../../../ui/select-field';
import { TextField } from '../../../ui/text-field';
import { mostHeaders, otherHeaderNames, type ReplyForm } from './build-form';
import { allowCredentials, allowOrigins, sameSites, setBys } from './choices';
import { Row } from './group';
import { HeaderRows } from './header-rows';
import type { BuildErrors } from './read-form';

interface ReplyFieldsProps {
  readonly reply: ReplyForm;
  /** Whether it answers a preflight: then some headers are of no use, and others are. */
  readonly kind: 'preflight' | 'response';
  readonly path: string;
  readonly errors: BuildErrors;
  /** Whether it may redirect; where a redirect leads to, it may not. */
  readonly mayRedirect: boolean;
  readonly onChange: (part: Partial<ReplyForm>) => void;
}

/** What a server answers. */
export function ReplyFields({ reply, kind, path, errors, mayRedirect, onChange }: ReplyFieldsProps) {
  const text = (field: TextName, label: string) => (
    <TextField
      label={label}
      spellCheck={false}
      autoComplete="off"
      value={reply[field]}
      error={errors[`${path}.${field}`]}
      onChange={(value) => {
        onChange({ [field]: value });
      }}
    />
  );
  return (
    <>
      <Row wide>
        {text('status', 'Status')}
        {text('delay', 'Delay in milliseconds')}
        <SelectField
          label="Access-Control-Allow-Origin"
          options={allowOrigins}
          value={reply.allowOrigin}
          error={reply.allowOrigin === 'text' ? null : errors[`${path}.allowOrigin`]}
          onChange={(allowOrigin) => {
            onChange({ allowOrigin });
          }}
        />
        {reply.allowOrigin === 'text' && (
          <TextField
            label="Its value"
            spellCheck={false}
            autoComplete="off"
            value={reply.allowOriginText}
            error={errors[`${path}.allowOrigin`]}
            onChange={(allowOriginText) => {
              onChange({ allowOriginText });
            }}
          />
        )}
        <SelectField
          label="Access-Control-Allow-Credentials"
          options={allowCredentials}
          value={reply.allowCredentials ? 'true' : 'none'}
          onChange={(value) => {
            onChange({ allowCredentials: value === 'true' });
          }}
        />
        {(kind === 'preflight' || reply.allowMethods !== '') &&
          text('allowMethods', 'Access-Control-Allow-Methods')}
        {(kind === 'preflight' || reply.allowHeaders !== '') &&
          text('allowHeaders', 'Access-Control-Allow-Headers')}
        {(kind === 'preflight' || reply.maxAge !== '') && text('maxAge', 'Access-Control-Max-Age')}
        {(kind === 'response' || reply.exposeHeaders !== '') &&
          text('exposeHeaders', 'Access-Control-Expose-Headers')}
        {kind === 'response' && (
          <CookieFields
            cookie={reply.cookie}
            onChange={(cookie) => {
              onChange({ cookie });
            }}
          />
        )}
      </Row>
      {mayRedirect && (
        <CheckField
          label="Redirects to a second server"
          checked={reply.redirects}
          onChange={(redirects) => {
            onChange({ redirects });
          }}
        />
      )}
      <HeaderRows
        label="Further headers of the answer"
        rows={reply.others}
        names={otherHeaderNames}
        most={mostHeaders}
        errorOf={(row) => errors[`${path}.others.${row}`]}
        onChange={(others) => {
          onChange({ others });
        }}
      />
      {errors[`${path}.headers`] !== undefined && <p role="alert">{errors[`${path}.headers`]}</p>}
    </>
  );
}

type TextName = 'status' | 'allowMethods' | 'allowHeaders' | 'maxAge' | 'exposeHeaders' | 'delay';

interface CookieFieldsProps {
  readonly cookie: ReplyForm['cookie'];
  readonly onChange: (cookie: ReplyForm['cookie']) => void;
}

/** The cookie that an answer sets. */
function CookieFields({ cookie, onChange }: CookieFieldsProps) {
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
