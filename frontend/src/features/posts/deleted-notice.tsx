import { Notice } from '../../ui/notice';

export const publishAgainLabel = 'Publish as a new post';

interface DeletedNoticeProps {
  /** Whether it answers a press of the button, and so is to be led to. */
  readonly isRefusal: boolean;
}

/** The post is gone while its author still has a text for it, which the form then publishes anew. */
export function DeletedNotice({ isRefusal }: DeletedNoticeProps) {
  return (
    <div data-form-message={isRefusal || undefined} tabIndex={-1}>
      <Notice meaning="problem">
        The post was deleted in another place, so your changes can’t be saved to it. Your text is kept below:
        you can publish it as a new post.
      </Notice>
    </div>
  );
}
