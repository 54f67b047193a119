import type { UserTier, ViewerQuery } from '@/gql/session/session';

/** The signed-in person, as every screen knows them. `permissions` are those held in any scope, such as "lead.read". */
export type Viewer = ViewerQuery['viewer'];

export type Tier = UserTier;
