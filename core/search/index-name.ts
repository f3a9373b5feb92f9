/** Names one generation of the index: the model whose vectors it holds, and its number, which is never used twice. */
export type IndexName = { readonly model: string; readonly dimensions: number; readonly generation: number };

/** An index's name as one text, for maps, folders and indexes: `<model>-g<generation>`. */
export const indexNameText = ({ model, generation }: IndexName): string => `${model}-g${generation}`;
