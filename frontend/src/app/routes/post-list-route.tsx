import { PostList } from '../../features/posts/post-list';
import { Page } from '../../ui/page';

export function PostListRoute() {
  return (
    <Page title="Posts" lead="What people here have written, newest first.">
      <PostList />
    </Page>
  );
}
