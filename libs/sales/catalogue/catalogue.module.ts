import { Module } from '@nestjs/common';
import { ProductResolver } from './api/product.resolver.js';
import { RestoreProduct } from './product-restore.js';
import { ProductService } from './product.service.js';

/** What the agency sells. */
@Module({ providers: [ProductService, RestoreProduct, ProductResolver], exports: [ProductService] })
export class CatalogueModule {}
