'use client';
import dynamic from 'next/dynamic';
import { SettingsPageSkeleton } from '@/shell/settings-page-skeleton';

/** Forms are heavy, and this page is all forms: they come after the shell. */
export const SecurityPolicyScreenLater = dynamic(() => import('./security-policy-screen').then((module) => module.SecurityPolicyScreen), { ssr: false, loading: SettingsPageSkeleton });
