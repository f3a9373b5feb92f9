import type { Principal } from '#contracts/principal.ts';

/** Who may call a stack on a laptop, in two tenants. */
export const demoPrincipals: Principal[] = [
  { subject: 'demo-admin', tenant: 'demo', roles: ['admin'] },
  { subject: 'demo-engineer', tenant: 'demo', roles: ['engineer'] },
  { subject: 'demo-agent', tenant: 'demo', roles: ['agent'] },
  { subject: 'demo-viewer', tenant: 'demo', roles: ['viewer'] },
  { subject: 'other-admin', tenant: 'other', roles: ['admin'] },
];
