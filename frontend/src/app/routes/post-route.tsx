import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Location, useLocation, useNavigate, useParams } from 'react-router';
import { QueryFailure } from '../../api-ui/query-view';
import { hasStatus } from '../../api/api-error';
import { useHttpClient } from '../../api/api-context';
import type { Post } from '../../api/generated/types.gen';
import { DeletePost } from '../../features/posts/delete-post';
import { PostArticle, PostArticleSkeleton } from '../../features/posts/post-article';
import { editPath, postPath } from '../../features/posts/post-paths';
import { postOptions } from '../../features/posts/post-queries';
import { useSession } from '../../features/sessions/session-queries';
import { LinkButton } from '../../ui/button';
import { Page } from '../../ui/page';
import { PostNotFound } from './post-not-found';

export function PostRoute() {
  const { id = '' } = useParams();
  const query = useQuery(postOptions(useHttpClient(), id));

  if (query.isPending) return <PostArticleSkeleton />;
  if (hasStatus(query.error, 404) || hasStatus(query.error, 400)) return <PostNotFound />;
  if (query.isLoadingError) {
    return (
      <Page title="Post">
        <QueryFailure query={query} title="The post couldn’t be loaded" />
      </Page>
    );
  }
  return <ReadPost key={id} post={query.data.post} />;
}

function ReadPost({ post }: { readonly post: Post }) {
  useCanonicalAddress(postPath(post));
  const session = useSession();
  const isAuthor = session.kind === 'in' && session.account.id === post.author.id;
  return <PostArticle post={post} actions={isAuthor && <AuthorActions post={post} />} />;
}

/** A link with an old slug, or without one, still leads here; the address then shows the current one. */
function useCanonicalAddress(path: string): void {
  const { pathname, search, hash, state } = useLocation() as Location<unknown>;
  const navigate = useNavigate();
  useEffect(() => {
    if (pathname === path) return;
    void navigate({ pathname: path, search, hash }, { replace: true, preventScrollReset: true, state });
  }, [path, pathname, search, hash, state, navigate]);
}

function AuthorActions({ post }: { readonly post: Post }) {
  const navigate = useNavigate();
  return (
    <>
      <LinkButton look="quiet" icon="edit" to={editPath(post.id)}>
        Edit
      </LinkButton>
      <DeletePost post={post} onDeleted={() => navigate('/my-posts')} />
    </>
  );
}
