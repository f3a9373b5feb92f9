/** A heap of scores and their positions, its lowest on top. */
const heapOf = (most: number) => {
  const kept = new Float32Array(most);
  const positions = new Uint32Array(most);
  let size = 0;

  const put = (place: number, score: number, position: number): void => {
    kept[place] = score;
    positions[place] = position;
  };
  return {
    isFull: (): boolean => size === most,
    lowest: (): number => kept[0] ?? Number.POSITIVE_INFINITY,
    positions: (): Uint32Array => positions.subarray(0, size),
    add(score: number, position: number): void {
      let place = size;
      size += 1;
      while (place > 0) {
        const above = (place - 1) >> 1;
        const value = kept[above] ?? 0;
        if (value <= score) break;
        put(place, value, positions[above] ?? 0);
        place = above;
      }
      put(place, score, position);
    },
    replaceLowest(score: number, position: number): void {
      let place = 0;
      for (let below = 1; below < size; below = 2 * place + 1) {
        if (below + 1 < size && (kept[below + 1] ?? 0) < (kept[below] ?? 0)) below += 1;
        const value = kept[below] ?? 0;
        if (value >= score) break;
        put(place, value, positions[below] ?? 0);
        place = below;
      }
      put(place, score, position);
    },
  };
};

/**
 * The positions of the highest scores among those that are accepted, highest first, at most `most` of them; NaN is no
 * score. One comparison with the lowest of the best so far turns nearly every score away before it is asked about.
 */
export const bestOf = (
  scores: Float32Array,
  most: number,
  accepts: (position: number) => boolean,
): readonly number[] => {
  const heap = heapOf(most);
  let position = 0;
  for (; position < scores.length && !heap.isFull(); position += 1) {
    const score = scores[position] ?? Number.NaN;
    if (!Number.isNaN(score) && accepts(position)) heap.add(score, position);
  }
  let lowest = heap.lowest();
  // Indexed and plain on purpose: nearly all that a search does to 100,000 scores is this comparison.
  for (; position < scores.length; position += 1) {
    const score = scores[position] ?? Number.NaN;
    if (score > lowest && accepts(position)) {
      heap.replaceLowest(score, position);
      lowest = heap.lowest();
    }
  }
  return [...heap.positions()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
};
