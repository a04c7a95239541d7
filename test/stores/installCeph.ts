import { installPackages } from '../support/installPackages.ts'

/** Makes sure that Ceph's programs are there. No manager: pools and gateway do without. */
export function installCeph(): Promise<void> {
  return installPackages({
    neededBy: 'The store tests',
    product: 'Ceph RADOS Gateway',
    packageOf: {
      'ceph-mon': 'ceph-mon',
      'ceph-osd': 'ceph-osd',
      ceph: 'ceph-common',
      'radosgw-admin': 'ceph-common',
      monmaptool: 'ceph-base',
      radosgw: 'radosgw',
    },
  })
}
