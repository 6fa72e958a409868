import { useLocation } from 'react-router';
import { useState } from 'react';
import { useApi } from '../../../api/api-context';
import { Notice } from '../../../ui/notice';
import { isEarlierHash, setupFromHash } from '../exports/setup-link';
import { foreignInitiator } from '../experiments/availability';
import { formOf, startingForm } from './build-form';
import { Workbench } from './workbench';

/** The Lab's free mode: any request, any answer, both sides. What it begins with comes from the link. */
export function Build() {
  const { hash } = useLocation();
  // A link that is followed while the page is open begins anew.
  return <Linked key={hash} hash={hash} />;
}

function Linked({ hash }: { readonly hash: string }) {
  const { origin } = useApi();
  const pageOrigin = window.location.origin;
  const [linked] = useState(() => setupFromHash(hash));
  const isBroken = linked === null && hash.length > 1;
  return (
    <>
      {isBroken && (
        <Notice meaning="problem">
          {isEarlierHash(hash)
            ? 'This link was made by an earlier version of the Lab, whose links can’t be read any more. Build the request anew, or ask for a new link.'
            : 'This link describes nothing that this version of the Lab can read: it was cut off, or made by another version. Below is something to begin with instead.'}
        </Notice>
      )}
      <Workbench
        start={
          linked === null ? startingForm(foreignInitiator(origin, pageOrigin)) : formOf(linked, pageOrigin)
        }
      />
    </>
  );
}
