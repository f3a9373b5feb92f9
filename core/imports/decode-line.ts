// `ignoreBOM` keeps a byte order mark, which only the first line of a file may have; it is cut off there.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a line; undefined when it is no UTF-8. */
export const decodeLine = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};
