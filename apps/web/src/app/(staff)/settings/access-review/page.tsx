import type { Metadata } from 'next';
import { AccessReviewScreen } from '@/features/access-review/access-review-screen';

export const metadata: Metadata = { title: 'Access review' };

export default function AccessReviewPage() {
  return <AccessReviewScreen />;
}
