import type { ReadAloud } from './read-aloud.ts';

/**
 * Letters only, so that spaces, signs and lines in between hide nothing. A whole case is lost by one of these, so none may
 * stand in honest ones: "following instructions from the vendor", "add this line to the end", "a system message".
 */
const SPELLED: readonly RegExp[] = [
  /(?:ignor(?:e|ing)|disregard(?:ing)?|forget|override|bypass)(?!d)\p{L}{0,24}?(?:previous|prior|above|earlier|preceding|foregoing|your|initial|these|those|any|all)\p{L}{0,14}?(?:instruction|guideline|restriction)/u,
  /(?:ignor(?:e|ing)|disregard(?:ing)?|forget|override)(?!d)(?:all|any|the|every|of|my|your)*(?:previous|prior|above|earlier|preceding|foregoing|your|initial)\p{L}{0,10}?(?:prompt|direction|rules|command|context|polic)/u,
  /(?:ignorier|vergiss|vergesse|missachte)\p{L}{0,24}?(?:anweisung|instruktion|befehl|regel|vorgabe|prompt)/u,
  /(?:ignore[rz]?|oublie[rz]?|negligez)\p{L}{0,24}?(?:instructions|consignes|regles|directives)\p{L}{0,3}(?:prec|ant|ci|du|de|syst|pre)/u,
  /(?:ignora|olvida|omite|dimentica|desconsider[ae]|esquec[ae])\p{L}{0,24}?(?:instruccion|istruzion|instruco|reglas|regole|regras|indicacion)/u,
  /languagemodel|asanai(?:assistant|model|language)|promptinjection/u,
  /youarenow(?:a|an|the)?(?:ai(?:assist|model)|unrestrict|helpfulassist|differentassist|hacker|pirate|evil|dan(?:who|with|and))|youarenownolongerbound/u,
  /(?:the|this|your|every|each|final|generated)(?:article|summary|draft)(?:must|should|shall|hasto|needsto|willnow|isto)(?:also)?(?:include|contain|say|state|mention|begin|start|end|recommend|tell|read|carry|advise)/u,
  /(?:include|insert|add|put|mention|quote|copy|write|repeat|append|place|embed)(?:this|the|these|that)(?:following|exact|next|below)?(?:sentence|text|line|paragraph|link|url|statement|section|word|code|step|note|notice)s?(?:verbatim)?(?:in|into|to)(?:the|your|every|each|any)(?:\p{L}{0,8}?)(?:article|summary|draft|knowledge)/u,
  /(?:reveal|print|output|show|repeat|leak|display|disclose)(?:me|us)?(?:your|the|all)(?:systemprompt|initialprompt|hiddenprompt|wordsabove|textabove|hiddenrules|othercustomers)|(?:reveal|print|output|show|repeat|leak|display|disclose)(?:me|us)?your(?:prompt|instructions)/u,
  /(?:mark|set|label|flag)(?:this|the)(?:article|draft|claim|statement)(?:as|to)(?:validated|verified|approved|trusted|published)/u,
  /(?:approve|validate|publish)(?:this|the|every)(?:article|draft|claim)/u,
  /donot(?:tell|mention|inform|warn|reveal|show)(?:this|it|that|anything)?(?:to|about)?(?:the|any)?(?:reader|reviewer|human|anyone)/u,
  /(?:only|just)(?:trust|cite|believe|quote)this(?:case|ticket)|this(?:case|ticket|message)(?:overrides|outranks)|othercases(?:are|were)(?:wrong|outdated|fake|false|invalid|obsolete)/u,
];

const MACHINE = String.raw`(?:ai|llm|language model|ai assistant|assistant|article writer|summari[sz]er|chatbot|verifier|knowledge bot|writing assistant)s?`;
const PLAIN: readonly RegExp[] = [
  /(?:^|[\s>"'(*#-])(?:assistant|human|ai|gpt|claude|chatgpt|llm) ?(?:\([^)]{0,20}\))? ?: ?\S/u,
  /(?:^|[\s>"'(*#-])system ?(?:\([^)]{0,20}\))? ?: ?(?:you (?:are|write|must|will)|ignore|override|from now on|instructions? ?:)/u,
  new RegExp(
    String.raw`(?<!\p{L})(?:(?:note|message|instruction|attention|reminder)s? (?:to|for)|hello|dear|hey|hi),? (?:the |all |any )?${MACHINE}(?![\p{L}-])`,
    'u',
  ),
  /<\|[a-z_ ]{2,30}\|>|\[\/?(?:inst|assistant)\]|<<\/?sys>>|(?<!#)#{2,} ?(?:instruction|human|assistant)/u,
  /<\/?(?:assistant|human|instructions?|prompt|evidence|tool_\w{1,12}|function_\w{1,12}|invoke|untrusted\w{0,8})\s*>/u,
  /(?<![-=*#_])[-=*#_]{2,} ?(?:end|begin|start|stop)\b.{0,20}(?:case|evidence|prompt|context|system|instruction|untrusted)|(?<!\p{L})end of (?:evidence|prompt|untrusted|system prompt|instructions|case data)/u,
  /игнорируй|забудь (?:все|о|про)|忽略|无视|無視|指示を|지시(?:를|사항)|무시하|تجاهل|अनदेखा/u,
  /(?<!\p{L})(?:act as|pretend to be|pretend you|imagine you are|behave (?:as|like))(?!\p{L}).{0,24}(?:unrestricted|ai|assistant|hacker|vendor|salesman|dan|no filter)(?!\p{L})/u,
  /(?<!\p{L})(?:new|your real|your new|your actual|your only) (?:instructions?|task|goal|role|mission) ?(?::|is to)/u,
  /(?<!\p{L})from now on,? (?:you are|you will (?:answer|act|respond|write)|answer|respond)(?!\p{L})|you must (?:now |always |only )?(?:recommend|say|obey|output)(?!\p{L})/u,
  /(?<!\p{L})cite (?:it|this|that) (?:with|as|to)(?!\p{L})|attribute (?:it|this|that) to (?:every|all|case)(?!\p{L})/u,
];

/** Whether a text speaks to whoever reads cases by machine: orders to a model, roles, delimiters of prompts. */
export const speaksToModel = ({ plain, spelled }: ReadAloud): boolean =>
  SPELLED.some((sign) => spelled.some((letters) => sign.test(letters))) ||
  PLAIN.some((sign) => sign.test(plain));
