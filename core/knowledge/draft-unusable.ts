/** Why no draft could be had: it was cut off, has no words or another form, or the model would not write it. */
export type UnusableCause = 'cut_short' | 'empty' | 'malformed' | 'withheld';

type Spent = {
  readonly model: string;
  readonly promptVersion: string;
  readonly tokens: { readonly input: number; readonly output: number };
  /** Millionths of a US dollar: what cannot be used is paid all the same. */
  readonly costMicroUsd: number;
};

/** A writer's refusal: the evidence was taken, tries are used up, and there is no draft of the right shape (`draft_unusable`). */
export class DraftUnusable extends Error {
  readonly reason = 'draft_unusable';
  readonly unusable: UnusableCause;
  readonly spent: Spent;

  constructor(unusable: UnusableCause, spent: Spent) {
    super(`${spent.model} gave no usable draft: ${unusable}`);
    this.name = 'DraftUnusable';
    this.unusable = unusable;
    this.spent = spent;
  }
}
