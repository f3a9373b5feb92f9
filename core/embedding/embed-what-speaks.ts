/** Anything but white space, control characters and halves of characters. */
const SPEAKS = /[^\s\p{C}]/u;

/**
 * Embeds the texts that say something, in order, and gives zeros for blank ones, which services refuse. `embed` gets
 * well-formed Unicode only, and must give a vector for each.
 */
export const embedWhatSpeaks = async (
  texts: readonly string[],
  dimensions: number,
  embed: (speaking: readonly string[]) => Promise<readonly Float32Array[]>,
): Promise<readonly Float32Array[]> => {
  const speaking = texts.filter((text) => SPEAKS.test(text)).map((text) => text.toWellFormed());
  const vectors = speaking.length > 0 ? await embed(speaking) : [];
  if (vectors.length !== speaking.length) {
    throw new Error(`${vectors.length} vectors came for ${speaking.length} texts`);
  }
  let next = 0;
  return texts.map((text) => {
    const vector = SPEAKS.test(text) ? vectors[next++] : undefined;
    return vector ?? new Float32Array(dimensions);
  });
};
