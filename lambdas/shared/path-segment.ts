/** An id as one segment of a URL's path; clients would take a bare `.` or `..` for a step (RFC 3986 section 5.2.4). */
export const pathSegment = (id: string): string =>
  id === '.' || id === '..' ? id.replaceAll('.', '%2E') : encodeURIComponent(id);
