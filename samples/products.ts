/** A product in the vendor's hierarchy: line, family, model. `part` is what its label says. */
export type Product = {
  readonly key: string;
  readonly line: string;
  readonly family: string;
  readonly model: string;
  readonly part: string;
};

const product = (key: string, line: string, family: string, model: string, part: string): Product => ({
  key,
  line,
  family,
  model,
  part,
});

/** Everything that the vendor sells. */
export const products: readonly Product[] = [
  product('r240', 'Servers', 'Rack', 'Halvern R240', '7X14-1U'),
  product('r540', 'Servers', 'Rack', 'Halvern R540', '7X21-2U'),
  product('r740x', 'Servers', 'Rack', 'Halvern R740x', '7X33-2U'),
  product('t120', 'Servers', 'Tower', 'Halvern T120', '7T08-4U'),
  product('b900', 'Servers', 'Blade', 'Halvern B900', '7B90-BL'),
  product('s200', 'Storage', 'Array', 'Halvern S200', '5S20-3U'),
  product('s400', 'Storage', 'Array', 'Halvern S400', '5S44-4U'),
  product('f8', 'Storage', 'Filer', 'Halvern F8', '5F08-2U'),
  product('n14', 'Clients', 'Notebook', 'Halvern N14', '3N14-EU'),
  product('n15-pro', 'Clients', 'Notebook', 'Halvern N15 Pro', '3N15-PX'),
  product('d30', 'Clients', 'Desktop', 'Halvern D30', '3D30-MT'),
  product('x2448', 'Networking', 'Switch', 'Halvern X2448', '9X24-48'),
  product('x4800', 'Networking', 'Switch', 'Halvern X4800', '9X48-QS'),
  product('w60', 'Networking', 'Wireless', 'Halvern W60', '9W60-AX'),
  product('e100', 'Networking', 'Router', 'Halvern E100', '9E10-RT'),
  product('g20', 'Networking', 'Firewall', 'Halvern G20', '9G20-FW'),
  product('u1500', 'Power', 'UPS', 'Halvern U1500', '2U15-LI'),
  product('u3000', 'Power', 'UPS', 'Halvern U3000', '2U30-LI'),
];

const byKey = new Map(products.map((known) => [known.key, known]));

/** The product of a key. */
export const productOf = (key: string): Product => {
  const known = byKey.get(key);
  if (known === undefined) throw new Error(`no product ${key}`);
  return known;
};
