type Bounds = { readonly mostTexts: number; readonly mostCharacters: number };

/** Cuts what has a text into batches in order; a text above the bound of characters is a batch of its own. */
export const textBatches = <Item extends { readonly text: string }>(
  items: readonly Item[],
  { mostTexts, mostCharacters }: Bounds,
): readonly (readonly Item[])[] => {
  const batches: Item[][] = [];
  let characters = 0;
  for (const item of items) {
    const last = batches.at(-1);
    const { length } = item.text;
    if (last && last.length < mostTexts && characters + length <= mostCharacters) {
      last.push(item);
      characters += length;
    } else {
      batches.push([item]);
      characters = length;
    }
  }
  return batches;
};
