import type { Chance } from './chance.ts';

/** A made-up customer of the vendor. */
export type Customer = { readonly name: string; readonly domain: string; readonly sites: readonly string[] };

const NAMES = [
  'Alder & Finch Legal',
  'Brightwater Clinics',
  'Cobalt Freight',
  'Dunmore School Trust',
  'Eastgate Bakeries',
  'Fernhill Hospital',
  'Grayson Architects',
  'Harbourline Shipping',
  'Ivory Coast Textiles',
  'Juniper Foods',
  'Kestrel Insurance',
  'Larkspur Hotels',
  'Meadowbank Library',
  'Northwind Dental',
  'Orchard Street Pharmacy',
  'Pinecrest Logistics',
  'Quayside Theatre',
  'Redfern Engineering',
  'Silverbirch Care Homes',
  'Thornbury Council',
  'Umber Tiles',
  'Valebridge University',
  'Westerly Dairy',
  'Yarrow Veterinary',
  'Zephyr Wind Parks',
  'Amberley Notaries',
  'Blackthorn Breweries',
  'Clearwater Utilities',
  'Driftwood Furniture',
  'Elmstead Museum',
];

const SITES = 'Ostrava Lund Girona Bergamo Utrecht Kaunas Porto Ghent Aarhus Linz Tampere Cork'.split(' ');
const ZONES = ['example.com', 'example.org', 'example.net'];

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** Makes the customers, each under a domain reserved for examples. */
export const createCustomers = (chance: Chance): readonly Customer[] =>
  NAMES.map((name) => ({
    name,
    domain: `${slug(name)}.${chance.pick(ZONES)}`,
    sites: chance.some(SITES, chance.between(1, 3)),
  }));
