import { gql, type TypedDocumentNode } from '@apollo/client';
import type { UserError } from '@/graphql/failure';

// Stands in until `npm run schema` has written '@/gql/session/session' from features/session/session.graphql.

export type Tier = 'ADMIN' | 'EMPLOYEE' | 'CLIENT' | 'SERVICE';

/** The signed-in person, as every screen knows them. */
export interface Viewer {
  __typename?: string;
  id: string;
  name: string;
  email: string;
  tier: Tier;
  organization: { __typename?: string; id: string; name: string };
  roles: readonly { __typename?: string; name: string }[];
  /** Permissions held in any scope, such as "lead.read". */
  permissions: readonly string[];
}

export const ViewerDocument: TypedDocumentNode<{ viewer: Viewer | null }, Record<string, never>> = gql`
  query Viewer {
    viewer {
      id
      name
      email
      tier
      organization {
        id
        name
      }
      roles {
        name
      }
      permissions
    }
  }
`;

export const SignInDocument: TypedDocumentNode<
  { signIn: { viewer: { id: string; tier: Tier } | null; errors: readonly UserError[] } },
  { input: { email: string; password: string } }
> = gql`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        id
        tier
      }
      errors {
        code
        message
        path
      }
    }
  }
`;

export const SignOutDocument: TypedDocumentNode<{ signOut: { errors: readonly UserError[] } }, Record<string, never>> = gql`
  mutation SignOut {
    signOut {
      errors {
        code
        message
        path
      }
    }
  }
`;
