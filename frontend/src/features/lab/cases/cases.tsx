import { Section } from '../../../ui/section';
import { Agreement } from '../agreement/agreement';
import { BrowserCases } from './browser-cases';
import { HostileOrigins } from './hostile-origins';

/** The facts that this software is tested with, run where they are shown. */
export function Cases() {
  return (
    <>
      <Agreement />
      <Section title="What browsers do">
        <BrowserCases />
      </Section>
      <Section title="Hostile origins">
        <HostileOrigins />
      </Section>
    </>
  );
}
