import type { ReadAloud } from './read-aloud.ts';

const OFF = String.raw`(?:disabl\w+|turn(?:ed|ing)? off|switch(?:ed|ing)? off|deactivat\w+|stop(?:ped|ping)?|uninstall\w*|remov\w+|kill(?:ed|ing)?|bypass\w*|circumvent\w*|whitelist\w*|exclud\w+|exempt\w*|skip(?:ped|ping)?|ignor\w+|suppress\w*|deaktivier\w+|abschalt\w*|ausschalt\w*|desactiv\w+|disattiv\w+)`;
const GUARD = String.raw`(?:anti-?\s?virus\w*|anti-?\s?malware|virus scanner|defender|edr|xdr|endpoint (?:protection|security)|security (?:software|agent|tools?|suite|policy|policies|controls?|checks?|warnings?|updates?)|malware (?:scanner|protection)|intrusion (?:detection|prevention)|ids\b|ips\b|siem|selinux|apparmor|app ?locker|uac|user account control|mfa|2fa|two-?factor\w*|multi-?factor\w*|signature (?:check|verification|validation|enforcement)|certificate (?:checks?|checking|verification|validation|warnings?|errors?)|(?:tls|ssl) (?:verification|validation|checks?)|smart ?screen|amsi|tamper protection|audit(?:ing| log\w*)?|event log\w*|bitlocker|disk encryption|password (?:protection|policy|policies|requirements?|prompt)|authentication|authori[sz]ation|access controls?|firewall\w*|virenschutz|virenscanner|antivirensoftware|pare-?feu|cortafuegos)`;
const PATTERNS: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}])${OFF}\\b[^.!?\\n]{0,40}?(?<![\\p{L}])${GUARD}`, 'u'),
  new RegExp(
    `(?<![\\p{L}])${GUARD}\\b[^.!?\\n]{0,24}?\\b(?:off|disabled|deactivated|bypassed|abschalten|ausschalten|deaktivieren)\\b`,
    'u',
  ),
  /chmod\s+(?:-r\s+)?0?777|permitrootlogin\s+yes|permitemptypasswords|stricthostkeychecking[ =]no|--insecure\b|--no-check-certificate|-skipcertificatecheck|verify\s*=\s*false|setenforce\s+0|netsh\s+advfirewall[^\n]{0,40}off|ufw\s+disable|iptables\s+(?:-f|--flush)|set-mppreference|disablerealtimemonitoring/u,
  /\b(?:allow|permit|open|expose)\w*\b[^.!?\n]{0,40}(?:0\.0\.0\.0\/0|any[ -](?:to|any)|(?:all|every) (?:ports?|inbound|incoming|traffic|ips?|hosts?)|to (?:the )?(?:whole |entire )?internet)/u,
  /\b(?:grant|give|assign|add)\w*\b[^.!?\n]{0,50}(?:full (?:control|access|admin)|(?:domain|global|local) admin\w*|administrator (?:rights?|privileges?|access)|admin (?:rights?|privileges?|access)|root (?:access|rights?)|to (?:the )?(?:domain )?administrators|everyone)\b/u,
  /\b(?:set|change|reset)\w*\b[^.!?\n]{0,40}\bpass ?words?\b[^.!?\n]{0,20}\b(?:to|=|:)\s*["'`]?\S/u,
];

/** Whether a text takes protection away: scanners, checks of signatures, second factors, rights. Secure Boot is none here. */
export const weakensProtection = ({ plain }: ReadAloud): boolean => PATTERNS.some((sign) => sign.test(plain));
