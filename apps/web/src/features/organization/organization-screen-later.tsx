'use client';
import dynamic from 'next/dynamic';
import { SettingsPageSkeleton } from '@/shell/settings-page-skeleton';

/** Forms are heavy, and this page is all forms: they come after the shell. */
export const OrganizationScreenLater = dynamic(() => import('./organization-screen').then((module) => module.OrganizationScreen), { ssr: false, loading: SettingsPageSkeleton });
