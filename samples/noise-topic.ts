/** What a case of no pattern is about: a title and the sentences to choose from. */
export type NoiseTopic = { readonly title: string; readonly body: readonly string[] };
