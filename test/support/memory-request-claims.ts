import type { ClaimKey, KeptAnswer, RequestClaims } from '#core/ports/request-claims.ts';

type Row = { request: string; owner: string; heldUntil: number; answer?: KeptAnswer };

const nameOf = ({ tenant, principal, route, key }: ClaimKey): string =>
  JSON.stringify([tenant, principal, route, key]);

/** Claims in memory, a twin of the table for unit tests. */
export const memoryRequestClaims = (): RequestClaims => {
  const rows = new Map<string, Row>();
  return {
    async claim({ claimKey, request, owner, now, until }) {
      const held = rows.get(nameOf(claimKey));
      if (!held || held.heldUntil <= now) {
        rows.set(nameOf(claimKey), { request, owner, heldUntil: until });
        return { outcome: 'mine' };
      }
      return held.answer
        ? { outcome: 'answered', request: held.request, answer: held.answer }
        : { outcome: 'running', request: held.request };
    },
    async keep({ claimKey, owner }, answer, until) {
      const held = rows.get(nameOf(claimKey));
      if (held?.owner !== owner) return false;
      rows.set(nameOf(claimKey), { ...held, answer, heldUntil: until });
      return true;
    },
    async release({ claimKey, owner }) {
      const held = rows.get(nameOf(claimKey));
      if (held?.owner === owner) rows.set(nameOf(claimKey), { ...held, heldUntil: 0 });
    },
  };
};
