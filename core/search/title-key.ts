/** A title by which equal ones are found: letter case, width and spaces do not count; undefined for a blank one. */
export const titleKey = (title: string | undefined): string | undefined =>
  title?.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim() || undefined;
