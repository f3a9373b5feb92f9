/** Where a fault that does not end the work is recorded, under a stable event code. */
export interface FaultLog {
  record(event: 'COMPONENT_UNHEALTHY' | 'SEARCH_DEGRADED', detail: Readonly<Record<string, unknown>>): void;
}
