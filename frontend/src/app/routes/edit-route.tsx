import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { QueryFailure } from '../../api-ui/query-view';
import { hasStatus } from '../../api/api-error';
import { useHttpClient } from '../../api/api-context';
import type { Account, Post } from '../../api/generated/types.gen';
import { EditPost } from '../../features/posts/edit-post';
import { NewPost } from '../../features/posts/new-post';
import { draftKey, readDraft } from '../../features/posts/post-draft';
import { postPath } from '../../features/posts/post-paths';
import { postOptions } from '../../features/posts/post-queries';
import { LinkButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { Loading, Skeleton } from '../../ui/skeleton';
import { useToast } from '../../ui/toast';
import { RequireSession } from '../require-session';
import { useWriter } from '../use-writer';
import { PostNotFound } from './post-not-found';

export function EditRoute() {
  const { id = '' } = useParams();
  return (
    <RequireSession title="Edit post" keepsWriting>
      {(account, loggedIn) => <LoadedPost key={id} id={id} account={account} loggedIn={loggedIn} />}
    </RequireSession>
  );
}

interface LoadedPostProps {
  readonly id: string;
  readonly account: Account;
  readonly loggedIn: boolean;
}

function LoadedPost({ id, account, loggedIn }: LoadedPostProps) {
  const { writer, logInDialog } = useWriter(account, loggedIn);
  const navigate = useNavigate();
  const announce = useToast();
  const query = useQuery(postOptions(useHttpClient(), id));
  const isMissing = query.isLoadingError && (hasStatus(query.error, 404) || hasStatus(query.error, 400));
  // Once found, the text stays on the page, also while the post is asked for again.
  const [hasLostText, setHasLostText] = useState(false);
  if (isMissing && !hasLostText && readDraft(draftKey(account.id, id)) !== null) setHasLostText(true);

  function showPublished(published: Post): void {
    announce('Your post is published.');
    void navigate(postPath(published), { replace: true });
  }

  if (hasLostText) {
    return (
      <Page title="Edit post" width="wide">
        <NewPost
          writer={writer}
          deleted={id}
          onPublished={showPublished}
          cancel={
            <LinkButton look="quiet" to="/my-posts">
              Cancel
            </LinkButton>
          }
        />
        {logInDialog}
      </Page>
    );
  }

  if (query.isPending) {
    return (
      <Page title="Edit post" width="wide">
        <Loading label="Loading the post">
          <Skeleton width="100%" size="2.5rem" />
          <Skeleton width="100%" size="2.5rem" />
        </Loading>
      </Page>
    );
  }
  if (isMissing) return <PostNotFound />;
  if (query.isLoadingError) {
    return (
      <Page title="Edit post">
        <QueryFailure query={query} title="The post couldn’t be loaded" />
      </Page>
    );
  }

  const { post } = query.data;
  if (post.author.id !== account.id && loggedIn) return <NotTheAuthor path={postPath(post)} />;
  return (
    <Page title="Edit post" width="wide">
      <EditPost
        edited={query.data}
        writer={writer}
        onSaved={(saved) => {
          announce('Your changes are saved.');
          void navigate(postPath(saved), { replace: true });
        }}
        onPublished={showPublished}
        cancel={
          <LinkButton look="quiet" to={postPath(post)}>
            Cancel
          </LinkButton>
        }
      />
      {logInDialog}
    </Page>
  );
}

function NotTheAuthor({ path }: { readonly path: string }) {
  return (
    <Page title="Edit post">
      <EmptyState
        title="This post is somebody else’s"
        actions={
          <LinkButton look="primary" to={path}>
            Read it
          </LinkButton>
        }
      >
        Only its author can change it.
      </EmptyState>
    </Page>
  );
}
