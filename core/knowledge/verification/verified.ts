import type { ArticleDraft, Statement } from '#core/knowledge/article-draft.ts';
import type { RefusalReason } from '#contracts/refusal-reason.ts';

/** Why a statement, a title, a summary or a tag did not stand. */
export type RemovalReason =
  /** It names no source. */
  | 'no_source'
  /** The case that it cites is none of the pattern. */
  | 'foreign_case'
  /** The quote stands in no text of the case. */
  | 'quote_not_found'
  /** The quote is so short that it proves nothing. */
  | 'quote_too_short'
  /** A number, command, path, code, name or quoted string stands in no cited case. */
  | 'unsupported_literal'
  /** Its words are not those of its quotes. */
  | 'unsupported_words'
  /** It says of something what its source denies, or the other way round. */
  | 'negated'
  /** One customer says it, in words that no other case of the pattern has. */
  | 'not_corroborated'
  | 'personal_data'
  /** It names a customer of the pattern. */
  | 'customer_named'
  /** Markup, or parts of a format, that cannot be taken out. */
  | 'markup'
  /** Letters that only look like those they are read as. */
  | 'disguised'
  /** It speaks to a model, asks for secrets or money, leads elsewhere, runs foreign code or weakens protection. */
  | 'instruction'
  | 'too_long';

/** A statement that was taken away. Its text may be hostile or personal: keep the reason, not the text. */
export type Removed = { readonly statement: Statement; readonly reason: RemovalReason };

/** A part of the head that did not stand: a title is replaced by a statement, a summary or a tag left out. */
export type Replaced = { readonly part: 'title' | 'summary' | 'tag'; readonly reason: RemovalReason };

/** What is left of a draft, and what was taken away. */
export type Verified =
  | {
      readonly ok: true;
      readonly draft: ArticleDraft;
      readonly removed: readonly Removed[];
      readonly replaced: readonly Replaced[];
    }
  | { readonly ok: false; readonly reason: RefusalReason; readonly removed: readonly Removed[] };
