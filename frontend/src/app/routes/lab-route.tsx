import { useQuery } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { Link, matchPath, useParams } from 'react-router';
import { QueryView } from '../../api-ui/query-view';
import { useHttpClient } from '../../api/api-context';
import { labOptions } from '../../features/lab/lab-queries';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { Loading, Skeleton } from '../../ui/skeleton';
import { NotFoundRoute } from './not-found-route';
import styles from './lab-route.module.css';

interface Part {
  readonly path: string;
  readonly name: string;
  readonly lead: string;
  readonly Component: ComponentType;
}

const parts: readonly Part[] = [
  {
    path: '',
    name: 'Experiments',
    lead: 'Each is one click: what the browser is expected to do, what it does, and what the server sees.',
    Component: lazy(async () => ({
      default: (await import('../../features/lab/experiments/experiments')).Experiments,
    })),
  },
  {
    path: 'build',
    name: 'Build your own',
    lead: 'Put together a request and a server’s answer, and see both sides of what happens.',
    Component: lazy(async () => ({ default: (await import('../../features/lab/build/build')).Build })),
  },
  {
    path: 'origins',
    name: 'Origins and sites',
    lead: 'Whether two addresses are of one origin or of one site, and why.',
    Component: lazy(async () => ({ default: (await import('../../features/lab/origins/origins')).Origins })),
  },
  {
    path: 'policy',
    name: 'This server’s policy',
    lead: 'Who may call this very server, and whether their login travels.',
    Component: lazy(async () => ({ default: (await import('../../features/lab/policy/policy')).Policy })),
  },
  {
    path: 'cases',
    name: 'Does your browser agree?',
    lead: 'Up to a thousand made-up runs show whether this browser does as the Lab predicts.',
    Component: lazy(async () => ({
      default: (await import('../../features/lab/agreement/agreement')).Agreement,
    })),
  },
  {
    path: 'doctor',
    name: 'Doctor',
    lead: 'Why your own API is blocked, and the line that it lacks.',
    Component: lazy(async () => ({ default: (await import('../../features/lab/doctor/doctor')).Doctor })),
  },
];

/**
 * The Lab. It is a document of its own, because its content security policy lets it call any server: who comes from
 * another page, or leaves for one, loads a document anew.
 */
export function LabRoute() {
  const { '*': path = '' } = useParams();
  const part = parts.find((each) => each.path === path);
  useOwnDocument(part === undefined ? null : pathOf(part));
  return part === undefined ? <NotFoundRoute /> : <Lab part={part} />;
}

function Lab({ part }: { readonly part: Part }) {
  const lab = useQuery(labOptions(useHttpClient()));
  if (lab.data === 'off') return <Off />;
  return (
    <Page title={part.path === '' ? 'The Lab' : part.name} lead={part.lead} width="wide">
      <Parts current={part} />
      <Open Component={part.Component} />
    </Page>
  );
}

function Parts({ current }: { readonly current: Part }) {
  const shown = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // Where the row is wider than the screen, the part that is shown would be out of sight.
    const row = shown.current?.parentElement;
    if (shown.current && row)
      row.scrollLeft = shown.current.offsetLeft - row.offsetLeft - row.clientWidth / 3;
  }, [current]);
  return (
    <nav className={styles.parts} aria-label="The Lab">
      {parts.map((each) => (
        <Link
          key={each.path}
          ref={each === current ? shown : null}
          className={styles.part}
          to={pathOf(each)}
          aria-current={each === current ? 'page' : undefined}
        >
          {each.name}
        </Link>
      ))}
    </nav>
  );
}

/** The one page of a Lab that is off: each of its parts would say the same. */
function Off() {
  return (
    <Page title="The Lab" width="wide">
      <EmptyState title="The Lab is switched off on this server">
        <p>
          Start the server with <code>PREFLIGHT_LAB_ENABLED=true</code>, or with <code>mvn -Pdev</code>, which
          switches it on.
        </p>
      </EmptyState>
    </Page>
  );
}

function Open({ Component }: { readonly Component: ComponentType }) {
  const lab = useQuery(labOptions(useHttpClient()));
  return (
    <QueryView query={lab} skeleton={<Waiting />} failure="The Lab couldn’t be opened">
      {() => (
        <Suspense fallback={<Waiting />}>
          <Component />
        </Suspense>
      )}
    </QueryView>
  );
}

function Waiting() {
  return (
    <Loading label="Loading the Lab">
      <Skeleton width="60%" size="1.25rem" />
      <Skeleton width="100%" />
    </Loading>
  );
}

function pathOf({ path }: Part): string {
  return path === '' ? '/lab' : `/lab/${path}`;
}

function isInLab(path: string): boolean {
  return /^\/lab(?:\/|$)/.test(path);
}

/** Leaves a link that leads out of the Lab to the browser, before the router can follow it. */
function leaveByDocument(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link !== null && !isInLab(link.pathname)) event.stopPropagation();
}

/**
 * Loads the document anew when the router led here from another page, or leads away.
 *
 * @param path where the server serves the Lab's document; the router also takes other spellings, such as `/LAB`, for it
 */
function useOwnDocument(path: string | null): void {
  useEffect(() => {
    if (path === null) return;
    const [loaded] = performance.getEntriesByType('navigation');
    if (loaded !== undefined && !isInLab(new URL(loaded.name).pathname)) {
      const { pathname, hash } = window.location;
      if (isInLab(pathname)) window.location.reload();
      else window.location.replace(path + hash);
    }
    document.addEventListener('click', leaveByDocument, true);
    return () => {
      document.removeEventListener('click', leaveByDocument, true);
      // What is no link, such as logging out, leads away by the router alone.
      if (matchPath('/lab/*', window.location.pathname) === null) window.location.reload();
    };
  }, [path]);
}
