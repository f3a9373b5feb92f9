import type { CaseContent } from '#contracts/case.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { withLanguage } from '#core/cases/with-language.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { LanguageDetector } from '#core/ports/language-detector.ts';
import { createRecord, type CreateRecordDeps } from '#core/records/create-record.ts';

export type CreateCaseDeps = CreateRecordDeps & { cases: CaseStore; languages: LanguageDetector };

/** Makes a case, with an id of ours when the caller names none; an id that exists is refused with `already_exists`. */
export const createCase =
  ({ cases, languages, ...deps }: CreateCaseDeps) =>
  (tenant: string, content: CaseContent, wishedId?: string): Promise<LivingCase> =>
    createRecord({ noun: 'case', store: cases }, deps, { tenant, content, id: wishedId }, (row) => ({
      ...row,
      content: withLanguage(languages, row.content),
      createdAt: content.created_at ?? row.createdAt,
    }));
