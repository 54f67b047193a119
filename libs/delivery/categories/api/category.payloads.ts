import { ArgsType, ObjectType } from '@nestjs/graphql';
import { Connection } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { categoryRead } from '../category.read.js';
import { CategoryObject } from './category.object.js';

@ObjectType({ description: 'A page of service categories.' })
export class CategoryConnection extends Connection(CategoryObject, 'ServiceCategory') {}

@ArgsType()
export class CategoriesArgs extends ReadArgs(categoryRead) {}
