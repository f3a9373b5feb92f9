import type { CaseContent } from '#contracts/case.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { changeCase } from '#core/cases/change-case.ts';
import { contentHash } from '#core/cases/content-hash.ts';
import { withLanguage } from '#core/cases/with-language.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { LanguageDetector } from '#core/ports/language-detector.ts';

export type ReplaceCaseDeps = {
  cases: CaseStore;
  clock: Clock;
  hasher: Hasher;
  languages: LanguageDetector;
};

/** Replaces a case's content; it never creates (`not_found`). What the source and the import said of it stays. */
export const replaceCase =
  ({ cases, clock, hasher, languages }: ReplaceCaseDeps) =>
  async (tenant: string, id: string, content: CaseContent, ifMatch?: number): Promise<LivingCase> =>
    changeCase(cases, { tenant, id, ifMatch }, (row): LivingCase => ({
      ...row,
      version: row.version + 1,
      content: withLanguage(languages, content),
      contentHash: contentHash(hasher, content),
      createdAt: content.created_at ?? row.createdAt,
      updatedAt: clock.now().toISOString(),
    }));
