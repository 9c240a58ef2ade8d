-- Across workspaces: of a pod, which one it is in is what its node says.
create index node_by_identity on node (identity);
