import type { Section } from '../standard/sections';

/** Where a rule is written. */
export function SectionLink({ section }: { readonly section: Section }) {
  return (
    <a href={section.url}>
      {section.standard}, “{section.title}”
    </a>
  );
}
