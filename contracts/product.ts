import * as z from 'zod';
import { page, pageQuery } from './page.ts';

/** A product of the hierarchy; without `parent_id` it stands at the top. */
export const Product = z.object({ id: z.string(), name: z.string(), parent_id: z.string().optional() });

/** Query of `GET /products`. */
export const ProductListQuery = z.strictObject(pageQuery);

/** A page of products, by id. */
export const ProductPageView = page(Product);
