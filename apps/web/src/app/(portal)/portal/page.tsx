'use client';
import { useViewer } from '@/session';

export default function PortalPage() {
  const viewer = useViewer();
  return <h1 className="text-2xl font-semibold tracking-tight">Welcome, {viewer.name.split(' ')[0]}</h1>;
}
