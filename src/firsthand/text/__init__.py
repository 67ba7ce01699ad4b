"""Language tools shared by the stages. They know text and values, no articles or stories."""
