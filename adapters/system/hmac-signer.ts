import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Signer } from '#core/ports/signer.ts';

/** Signs by HMAC-SHA-256 with a key of 32 bytes. */
export const hmacSigner = (key: Uint8Array): Signer => {
  const mac = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    sign: (text) => mac(text).toString('base64url'),
    verifies(text, signature) {
      const [ours, theirs] = [mac(text), Buffer.from(signature, 'base64url')];
      // The same bytes have several spellings in base64url; only our own counts.
      return (
        ours.length === theirs.length &&
        timingSafeEqual(ours, theirs) &&
        theirs.toString('base64url') === signature
      );
    },
  };
};
