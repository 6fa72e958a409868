import { isSameOrigin } from '../standard/origin';

interface PolicyWatch {
  readonly isViolated: () => boolean;
  readonly stop: () => void;
}

/**
 * Notices when this page's own content security policy stops a call
 * ({@link https://www.w3.org/TR/CSP3/#directive-connect-src | CSP, connect-src}), which `fetch` does not tell.
 */
export function watchPolicy(url: string): PolicyWatch {
  let violated = false;

  function note({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void {
    if (effectiveDirective === 'connect-src' && isSameOrigin(blockedURI, url)) violated = true;
  }

  document.addEventListener('securitypolicyviolation', note);
  return {
    isViolated: () => violated,
    stop: () => {
      document.removeEventListener('securitypolicyviolation', note);
    },
  };
}
