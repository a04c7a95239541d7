export interface CephPlace {
  /** Everything the cluster writes; absolute, without spaces. */
  folder: string
  clusterId: string
  monitorPort: number
  gatewayPort: number
}

/**
 * A cluster of one monitor, one OSD with its objects in memory and one gateway, for one test run on the loopback device. What is
 * not plain from its name:
 * - without cephx inside, the monitor's clients must speak `crc`: the gateway's own default needs cephx, and it hangs;
 * - `paxos_*`: every new pool waits for changes of the map, by default a second each;
 * - no cache of metadata: it makes a killed gateway's successor wait half a minute;
 * - garbage goes at once: a full store does not refuse uploads, it holds them for good.
 */
export function cephConfig({ folder, clusterId, monitorPort, gatewayPort }: CephPlace): string {
  return `
[global]
fsid = ${clusterId}
mon_host = [v2:127.0.0.1:${monitorPort}/0]
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
ms_bind_ipv6 = false
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
ms_mon_client_mode = crc
keyring = ${folder}/keyring
run_dir = ${folder}
admin_socket =
crash_dir = ${folder}
log_file = ${folder}/$name.log
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 4
osd_pool_default_pgp_num = 4
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0

[mon]
mon_data = ${folder}/mon
mon_cluster_log_file = ${folder}/cluster.log
mon_allow_pool_size_one = true
mon_max_pg_per_osd = 1000
mon_data_avail_crit = 1
mon_data_avail_warn = 1
paxos_propose_interval = 0.02
paxos_min_wait = 0.01

[osd]
osd_data = ${folder}/osd
osd_objectstore = memstore
memstore_device_bytes = ${2 * 1024 ** 3}

[client.rgw]
rgw_data = ${folder}/rgw
rgw_frontends = beast endpoint=127.0.0.1:${gatewayPort} tcp_nodelay=1
rgw_enable_apis = s3, admin
rgw_thread_pool_size = 64
rgw_cache_enabled = false
rgw_gc_obj_min_wait = 1
rgw_gc_processor_period = 2
rgw_enable_usage_log = false
rgw_dynamic_resharding = false
rgw_override_bucket_index_max_shards = 1
`
}
