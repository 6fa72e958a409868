CREATE TABLE post (
  id UUID PRIMARY KEY,
  author_id UUID NOT NULL REFERENCES account ON DELETE CASCADE,
  slug VARCHAR(80) NOT NULL,
  title VARCHAR(200) NOT NULL,
  excerpt VARCHAR(200) NOT NULL,
  content VARCHAR(100000) NOT NULL,
  -- The tags in the author's order, separated by a space: read with the post, never searched.
  tags VARCHAR(160) NOT NULL,
  version INT NOT NULL,
  published_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  updated_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- One index for each way to page through the posts; both databases read it backwards, newest first.
CREATE INDEX post_by_time ON post (published_at, id);
CREATE INDEX post_by_author ON post (author_id, published_at, id);

-- Which posts carry a tag, in the order of the pages.
CREATE TABLE post_tag (
  tag VARCHAR(30) NOT NULL,
  published_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  post_id UUID NOT NULL REFERENCES post ON DELETE CASCADE,
  CONSTRAINT post_tag_key PRIMARY KEY (tag, post_id)
);

CREATE INDEX post_tag_by_time ON post_tag (tag, published_at, post_id);
CREATE INDEX post_tag_of_post ON post_tag (post_id);
