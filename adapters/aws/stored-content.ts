import * as z from 'zod';
import { FeedItem } from '#contracts/case.ts';

const Text = z.string().optional();

/**
 * The content of a case as a row keeps it. Limits are those of the day on which it was written: reading asks for types
 * only, so that a tighter contract never makes stored cases unreadable.
 */
export const StoredContent = z.object({
  title: Text,
  description: Text,
  status: z.string(),
  resolution: Text,
  category: Text,
  product: Text,
  priority: Text,
  customer: Text,
  customer_email: Text,
  language: Text,
  tags: z.array(z.string()).optional(),
  attributes: z.record(z.string(), z.unknown()).optional(),
  feed: z
    .array(
      z.object({
        id: z.string(),
        type: FeedItem.shape.type,
        author: Text,
        body: z.string(),
        created_at: z.string(),
      }),
    )
    .optional(),
  created_at: Text,
  resolved_at: Text,
});
