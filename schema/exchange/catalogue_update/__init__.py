"""A newer built-in catalogue is merged into a workspace's definitions: what comes in, what stays, what is asked."""
