import styles from './icon.module.css';

const paths = {
  alert:
    'M12 8.5v4.5m0 3.25v.01M10.6 4.3 2.9 17.6A1.6 1.6 0 0 0 4.3 20h15.4a1.6 1.6 0 0 0 1.4-2.4L13.4 4.3a1.6 1.6 0 0 0-2.8 0Z',
  check: 'm4.5 12.5 5 5 10-11',
  chevron: 'm6 9.5 6 6 6-6',
  close: 'm6 6 12 12M18 6 6 18',
  edit: 'm4 20 1-4.5L16.2 4.3a1.7 1.7 0 0 1 2.4 0l1.1 1.1a1.7 1.7 0 0 1 0 2.4L8.5 19 4 20Z',
  moon: 'M20 14.2A8.2 8.2 0 0 1 9.8 4 8.2 8.2 0 1 0 20 14.2Z',
  offline:
    'm3.5 3.5 17 17M8.6 14.9a5 5 0 0 1 5.6-1M5.3 11.5a9.5 9.5 0 0 1 4-2.4m4.3-.3a9.6 9.6 0 0 1 5.1 2.7M2 8.2a14.5 14.5 0 0 1 4.2-2.7m3.9-1.1A14.4 14.4 0 0 1 22 8.2M12 19v.01',
  screen: 'M3.5 5h17v11.5h-17V5ZM8 20h8m-4-3.5V20',
  sun: 'M12 16.2a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4ZM12 2.5v2m0 15v2M2.5 12h2m15 0h2M5.3 5.3l1.4 1.4m10.6 10.6 1.4 1.4m0-13.4-1.4 1.4M6.7 17.3l-1.4 1.4',
  trash: 'M4 6.5h16M9.5 6V4h5v2m-8 .5.8 13.5h9.4l.8-13.5M10 10.5v5.5m4-5.5v5.5',
} as const;

export type IconName = keyof typeof paths;

/** A decoration beside a word; whatever it says stands in text too. */
export function Icon({ name }: { readonly name: IconName }) {
  return <IconShape path={paths[name]} />;
}

/** An icon that has its place in one part alone, and travels with it. */
export function IconShape({ path }: { readonly path: string }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
